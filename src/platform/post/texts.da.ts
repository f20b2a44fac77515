/** What operators are told about letters, in Danish. */
export const da = {
  senders_unreadable:
    "Filen med afsendere {file} kan ikke læses. Ret stien i SPRINGBRAET_SENDERS, og se efter, at programmet må læse den.",
  senders_bad: "Filen med afsendere {file} kan ikke bruges:\n{faults}\nRet dem, og start igen.",
  senders_fault: "linje {line}: {path}: {detail}",
};
