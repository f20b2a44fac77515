import { citizenColumn } from "../citizens/public.ts";
import { benefitCodes } from "../law/public.ts";
import { column, type Fact } from "../platform/kernel/fact.ts";

const expenditure: Fact = {
  name: "expenditure",
  word: "economy",
  shape: "spell",
  label: { da: "Udgifter", en: "Expenditure" },
  meaning: { da: "Udgift til en ydelse i en periode", en: "Spending on a benefit in a period" },
  key: ["benefit", "first_day"],
  apart: ["benefit"],
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

const benefitRefunds: Fact = {
  name: "benefit_refunds",
  word: "economy",
  shape: "spell",
  label: { da: "Ydelsesrefusion", en: "Benefit refunds" },
  meaning: {
    da: "Udbetaling, refusion og medfinansiering pr. borger, ydelse og uge (Ydelsesrefusion)",
    en: "Payment, refund and co-finance per citizen, benefit and week (Ydelsesrefusion)",
  },
  key: ["citizen", "benefit", "first_day", "financing_municipality"],
  columns: [
    citizenColumn,
    column("benefit", "code", {
      label: ["Ydelse", "Benefit"],
      meaning: ["Ydelsens kode", "The benefit's code"],
      codes: benefitCodes,
    }),
    column("paid", "amount", {
      label: ["Udbetalt beløb", "Amount paid"],
      meaning: ["Udbetalt i ugen, i øre", "Paid in the week, in øre"],
    }),
    column("refund", "amount", {
      label: ["Refusionsbeløb", "Refund amount"],
      meaning: ["Statens refusion i øre", "State refund in øre"],
      required: false,
      whenEmpty: 0,
    }),
    column("co_finance", "amount", {
      label: ["Medfinansieringsbeløb", "Co-finance amount"],
      meaning: ["Kommunens medfinansiering i øre", "The municipality's co-finance in øre"],
      required: false,
      whenEmpty: 0,
    }),
    column("total", "amount", {
      label: ["Total", "Total"],
      meaning: ["Det samlede beløb i øre, som kilden giver det", "The total amount in øre as the source gives it"],
      required: false,
    }),
    column("financing_municipality", "text", {
      label: ["Finansierende kommune", "Financing municipality"],
      meaning: ["Kommunekode, fire cifre", "Municipality code, four digits"],
    }),
  ],
};

/** What the municipality records about money. */
export const facts: readonly Fact[] = [expenditure, benefitRefunds];
