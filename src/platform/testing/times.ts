/** How many times as much as in a normal run the tests that draw by chance do: `TEST_TIMES=100` in `npm run test:long`. */
export const times = Math.max(1, Number(process.env.TEST_TIMES ?? 1));
