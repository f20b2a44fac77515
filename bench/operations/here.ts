/** The municipality the demo is made of, and of which others are copies. */
export const HERE = "0316";
