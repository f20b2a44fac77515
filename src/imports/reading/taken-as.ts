import { readCpr } from "../../citizens/public.ts";
import type { ReadAs } from "../contract.ts";
import type { Fault } from "../problem.ts";
import { agesOf } from "../rules/ages.ts";
import { isCvr, isPNumber } from "../rules/check-digits.ts";
import type { Doubt } from "../rules/doubt.ts";
import { type NamedPeriod, periodFrom, weekFrom } from "../rules/periods.ts";
import { CPR_FAULTS } from "../sealing.ts";
import { areaCalled } from "./areas.ts";

type Persons = { readonly citizenOf?: ((cpr: string) => string | Fault) | undefined };

/** What is meant by a value that is a name, a number to be checked, or one of several things a value says. */
export function takenAs(text: string, as: ReadAs, persons: Persons): string | Fault {
  switch (as) {
    case "first_of_period":
      return of(periodFrom(text), ({ first }) => first);
    case "last_of_period":
      return of(periodFrom(text), ({ last }) => last);
    case "period":
      return of(periodFrom(text), ({ name }) => name);
    case "first_of_week":
      return of(weekFrom(text), ({ first }) => first);
    case "last_of_week":
      return of(weekFrom(text), ({ last }) => last);
    case "area":
      return areaCalled(text);
    case "age_from":
    case "age_to":
      return ageOf(text, as);
    case "cpr":
      return citizenWith(text, persons);
    default:
      return companyNumber(text, as);
  }
}

function of(period: NamedPeriod | Doubt, take: (period: NamedPeriod) => string): string | Fault {
  return "code" in period ? period : take(period);
}

function ageOf(text: string, as: "age_from" | "age_to"): string | Fault {
  const ages = agesOf(text);
  return "code" in ages ? ages : String(as === "age_from" ? ages[0] : ages[1]);
}

function citizenWith(text: string, { citizenOf }: Persons): string | Fault {
  const read = readCpr(text);
  if (read.kind === "wrong") return { code: CPR_FAULTS[read.fault] };
  return citizenOf ? citizenOf(read.number) : { code: "looks_like_cpr" };
}

/** An id made of a number is written so that it is not taken for a CPR number, which also has ten digits. */
function companyNumber(text: string, as: "cvr" | "p_number" | "cvr_id" | "p_id"): string | Fault {
  const number = text.replace(/^DK[- ]?/i, "").replaceAll(" ", "");
  if (as === "cvr" || as === "cvr_id") {
    if (!isCvr(number)) return { code: "not_a_cvr" };
    return as === "cvr" ? number : `cvr${number}`;
  }
  if (!isPNumber(number)) return { code: "not_a_p_number" };
  return as === "p_number" ? number : `p${number}`;
}
