import type { Bilingual } from "../../platform/kernel/fact.ts";

/** What the pages say of a sickness case. Places in braces are filled with days and numbers. */
export const PHRASES = {
  sickFromJob: { da: "Sygemeldt fra et job i {weeks} uger.", en: "Sick-listed from a job for {weeks} weeks." },
  sick: { da: "Sygemeldt uden et job i {weeks} uger.", en: "Sick-listed without a job for {weeks} weeks." },
  wasSick: { da: "Sygemeldt fra {from} til {to}.", en: "Sick-listed from {from} to {to}." },
  firstDay: { da: "Første dag på ydelsen", en: "First day on the benefit" },
  weeks: { da: "Uger", en: "Weeks" },
  job: { da: "Job", en: "Job" },
  fromJob: { da: "sygemeldt fra et job", en: "sick-listed from a job" },
  noJob: { da: "ikke fra et job", en: "not from a job" },
  category: { da: "Kategori", en: "Category" },
  lacking: { da: "mangler", en: "lacking" },
  expected: { da: "Ventes klar til arbejde", en: "Expected ready for work" },
  route: { da: "Vej", en: "Route" },
  partial: { da: "Delvist i arbejde", en: "Partly at work" },
  hoursAWeek: { da: "timer om ugen", en: "hours a week" },
  partialHours: { da: "Timer i arbejde om ugen", en: "Hours at work a week" },
  notPartial: { da: "nej", en: "no" },
  stops: { da: "Ydelsen stopper uden revurdering", en: "The benefit stops without a reassessment" },
  extendedTo: { da: "Forlænget til og med", en: "Extended to and including" },
  extended: { da: "Forlænget", en: "Extended" },
  ground: { da: "Grund efter § 27", en: "Ground under § 27" },
  answered: { da: "Tidlig samtale holdt efter", en: "Early talk held after" },
  days: { da: "dage", en: "days" },
  dayOne: { da: "dag", en: "day" },
  promptAssess: {
    da: "Forløbet er ikke vurderet: hvornår ventes borgeren klar, og hvordan står det med jobbet?",
    en: "The case has not been assessed: when is the citizen expected ready, and how does it stand with the job?",
  },
  promptCategory: {
    da: "Loven har kategorier, og sagen har ingen.",
    en: "The law has categories, and the case has none.",
  },
  promptCategoryOne: {
    da: "Kategori 1 er for dem, der ventes raske inden {weeks} uger; her ventes borgeren klar {day}.",
    en: "Category 1 is for those expected well within {weeks} weeks; here the citizen is expected ready {day}.",
  },
  promptCategoryLong: {
    da: "Borgeren ventes klar {day}, inden {weeks} uger fra første sygedag. Er sagen i den rigtige kategori?",
    en: "The citizen is expected ready {day}, within {weeks} weeks of the first sick day. Is the case in the right category?",
  },
  promptCategoryUnclear: {
    da: "Forløbet er ikke klart, og sagen er i kategori 2.",
    en: "The course is not clear, and the case is in category 2.",
  },
  promptExpectedPassed: {
    da: "Borgeren ventedes klar {day} og er stadig sygemeldt. Vurdér igen.",
    en: "The citizen was expected ready {day} and is still sick-listed. Assess again.",
  },
  promptPartial: {
    da: "Delvis raskmelding er det første, der prøves. Er det talt igennem med arbejdspladsen?",
    en: "Partial return is the first thing tried. Has it been talked through with the workplace?",
  },
  promptUnchanged: {
    da: "Timerne har været de samme siden {day}. Aftal næste trin, så arbejdspladsen kan se fremgang.",
    en: "The hours have been the same since {day}. Agree the next step, so that the workplace sees progress.",
  },
  promptFastTrack: {
    da: "Der er bedt om tidlig opfølgning {day}. Samtalen holdes senest {due}, eller udfaldet noteres.",
    en: "Early follow-up was asked for on {day}. The talk is held by {due}, or the outcome is noted.",
  },
  promptFastTrackLate: {
    da: "Anmodningen {day} kom mere end {weeks} uger efter første dag.",
    en: "The request on {day} came more than {weeks} weeks after the first day.",
  },
  promptPreventive: {
    da: "Virksomheden bad {day} om en forebyggende samtale. Notér udfaldet.",
    en: "The company asked for a preventive talk on {day}. Note the outcome.",
  },
  promptReassess: {
    da: "Ydelsen stopper {day}, hvis sagen ikke er revurderet inden da.",
    en: "The benefit stops on {day} if the case is not reassessed before that.",
  },
  promptExtensionEnds: {
    da: "Forlængelsen slutter {day}. Vurdér, hvad der skal ske derefter.",
    en: "The extension ends on {day}. Assess what happens after that.",
  },
  promptLimitUnverified: {
    da: "Grunden har en grænse på {weeks} uger. Hvorfra den tæller, er ikke bekræftet, så den håndhæves ikke her.",
    en: "The ground has a limit of {weeks} weeks. From where it counts is not confirmed, so it is not enforced here.",
  },
  promptAwaits: {
    da: "Afgjort {day}: jobafklaring. Borgeren er stadig på sygedagpenge.",
    en: "Decided {day}: job clarification. The citizen is still on sickness benefit.",
  },
  promptStepUp: {
    da: "Over {weeks} uger uden praktik eller løntilskud. Indsatsen sættes op, hvor tilstanden tillader det.",
    en: "Over {weeks} weeks without practice or a wage subsidy. The effort is stepped up where the condition allows it.",
  },
  promptFirstTalk: {
    da: "Den første opfølgning {day} var ikke ved personligt fremmøde, og ingen af de to undtagelser er noteret.",
    en: "The first follow-up on {day} was not in person, and neither of the two exceptions is noted.",
  },
  promptCall: {
    da: "Ingen har talt med borgeren i dette forløb. Ring.",
    en: "Nobody has talked with the citizen in this case. Call.",
  },
  promptEnd: {
    da: "Forløbet sluttede {day}. Notér, hvad det sluttede med.",
    en: "The case ended on {day}. Note what it ended in.",
  },
  faultNotSick: {
    da: "Borgeren er ikke på sygedagpenge den {day}. Ret dagen, eller ret ydelsen først.",
    en: "The citizen is not on sickness benefit on {day}. Change the day, or correct the benefit first.",
  },
  faultCategory: {
    da: "Loven har kategorier den {day}. Vælg en.",
    en: "The law has categories on {day}. Choose one.",
  },
  faultEarlier: { da: "Dagen ligger før {day}.", en: "The day is before {day}." },
  faultNoJob: {
    da: "Det gælder kun den, der er sygemeldt fra et job.",
    en: "That holds only for somebody sick-listed from a job.",
  },
  faultSettled: {
    da: "Skriv både udfald og dag, eller ingen af dem.",
    en: "Write both outcome and day, or neither.",
  },
  faultGround: {
    da: "En forlængelse har en grund efter § 27. Vælg den.",
    en: "An extension has a ground under § 27. Choose it.",
  },
  faultNotExtended: {
    da: "Det hører til en forlængelse. Lad feltet stå tomt, eller vælg forlænget.",
    en: "That belongs to an extension. Leave the field empty, or choose extended.",
  },
  faultLimit: {
    da: "Grunden rækker højst {weeks} uger fra revurderingen, til og med {day}.",
    en: "The ground reaches at most {weeks} weeks from the reassessment, to and including {day}.",
  },
  faultReason: {
    da: "En afgørelse har en begrundelse. Skriv den.",
    en: "A decision has its reasons. Write them.",
  },
  faultHours: {
    da: "Skriv, hvor mange timer om ugen borgeren arbejder. Er det ingen, er borgeren ikke delvist raskmeldt.",
    en: "Write how many hours a week the citizen works. With none the citizen has not partially returned.",
  },
} as const satisfies Record<string, Bilingual>;
