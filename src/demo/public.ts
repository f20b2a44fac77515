export type { DemoBatch, DemoRow, DemoValue } from "./contract.ts";
export { type CountryOptions, type CountryPart, municipalityCodes, sizeOf, writeCountry } from "./country.ts";
export { type DemoOptions, generateDemo } from "./generate.ts";
export { type Written, writeDemo } from "./write.ts";
