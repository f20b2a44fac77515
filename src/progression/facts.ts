import { citizenColumn } from "../citizens/public.ts";
import { codes, column, type Fact } from "../platform/kernel/fact.ts";
import { progression } from "./instruments.ts";

const scales = progression.instruments.map(({ scale }) => scale);

const measurements: Fact = {
  name: "progression_measurements",
  word: "progression",
  shape: "event",
  label: { da: "Progressionsmålinger", en: "Progression measurements" },
  meaning: {
    da: "Målinger af, hvor langt borgeren er kommet mod arbejde: en række pr. dimension; det, der ikke er svaret på, har ingen række",
    en: "Measurements of how far the citizen has come towards work: one row per dimension; what was not answered has no row",
  },
  key: ["citizen", "instrument", "dimension", "day"],
  columns: [
    citizenColumn,
    column("instrument", "code", {
      label: ["Redskab", "Instrument"],
      meaning: ["Det, der er målt med", "What was measured with"],
      codes: Object.fromEntries(progression.instruments.map(({ code, label }) => [code, label])),
    }),
    column("dimension", "code", {
      label: ["Dimension", "Dimension"],
      meaning: ["Det, der er målt", "What was measured"],
      codes: Object.fromEntries(Object.entries(progression.dimensions).map(([code, { label }]) => [code, label])),
    }),
    column("answered_by", "code", {
      label: ["Svaret af", "Answered by"],
      meaning: ["Hvem der svarede", "Who answered"],
      codes: codes(["borger", "borgeren", "the citizen"], ["medarbejder", "medarbejderen", "the caseworker"]),
    }),
    column("value", "int", {
      label: ["Værdi", "Value"],
      meaning: ["Trin på redskabets skala; mere er bedre", "Step on the instrument's scale; more is better"],
      min: Math.min(...scales.map(({ from }) => from)),
      max: Math.max(...scales.map(({ to }) => to)),
    }),
  ],
};

/** What the jobcentre records about progression (CON-20, CIT-12). */
export const facts: readonly Fact[] = [measurements];
