export { writeCountry } from "./country.ts";
export type { DemoOptions } from "./generate.ts";
export { writeDemo } from "./write.ts";
