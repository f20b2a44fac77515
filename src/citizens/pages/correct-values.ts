import type { CitizenRecord } from "../contract.ts";

/** Fields that can be corrected. */
export type Field =
  | "name"
  | "born"
  | "sex"
  | "origin"
  | "education"
  | "protected"
  | "cpr"
  | "address"
  | "postcode"
  | "town"
  | "phone"
  | "mail";

/** What a form holds, field by field. */
export type Values = Readonly<Partial<Record<Field, string>>>;

/** What the form about the person begins with. */
export function firstPerson(data: CitizenRecord, name: string | null): Values {
  return {
    name: name ?? "",
    born: data.born ?? "",
    sex: data.sex?.code ?? "",
    origin: data.origin?.code ?? "",
    education: data.education?.code ?? "",
    protected: data.protected ? "ja" : "nej",
    cpr: "",
  };
}

/** What the form about contact begins with. */
export function firstContact(contact: CitizenRecord["contact"]): Values {
  return contact ?? { address: "", postcode: "", town: "", phone: "", mail: "" };
}
