export type { Cell } from "./cell.ts";
export { csvFile } from "./csv.ts";
export { workbook } from "./workbook.ts";
export { readDataFile, readYaml, type YamlFault } from "./yaml-file.ts";
