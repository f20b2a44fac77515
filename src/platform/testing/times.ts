/** How many times as much as in a normal run the tests that draw by chance do: 1, and a hundred times what `npm run test:long` is told. */
export const times = Math.max(1, 100 * Number(process.env.SPRINGBRAET_LONG ?? 0));
