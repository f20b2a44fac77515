import { benefitCodes } from "../law/public.ts";
import { column, type Fact } from "../platform/kernel/fact.ts";

const expenditure: Fact = {
  name: "expenditure",
  word: "economy",
  shape: "spell",
  label: { da: "Udgifter", en: "Expenditure" },
  meaning: { da: "Udgift til en ydelse i en periode", en: "Spending on a benefit in a period" },
  columns: [
    column("benefit", "code", {
      label: ["Ydelse", "Benefit"],
      meaning: ["Ydelsens kode", "The benefit's code"],
      codes: benefitCodes,
    }),
    column("amount", "amount", {
      label: ["Beløb", "Amount"],
      meaning: ["Udgift i øre før refusion", "Spending in øre before state refund"],
    }),
    column("refund", "amount", {
      label: ["Refusion", "Refund"],
      meaning: ["Statens refusion i øre", "State refund in øre"],
      required: false,
      whenEmpty: 0,
    }),
  ],
};

/** What the municipality records about money. */
export const facts: readonly Fact[] = [expenditure];
