import { phrased, type Term, termsOfFact } from "../language/public.ts";
import { factNamed } from "../platform/kernel/fact-named.ts";
import { facts } from "./facts.ts";

/** The words about what must be done by when. */
export const vocabulary: readonly Term[] = phrased(
  termsOfFact(factNamed(facts, "obligations"), "obligation", { da: "pligtens ", en: "the obligation's " }),
  {
    "obligation.day": ["urets første dag{not} er {}", "the day its clock started is{not} {}"],
    "obligation.rule": ["reglen{not} er {}", "the rule is{not} {}"],
    "obligation.row_from": ["reglens første dag{not} er {}", "the rule's first day is{not} {}"],
    "obligation.duty": ["pligten{not} er {}", "the duty is{not} {}"],
    "obligation.actor": ["den, der skal handle,{not} er {}", "the one who must act is{not} {}"],
    "obligation.share": ["reglen{not} binder {} % af gruppen", "the rule is{not} binding {}% of the group"],
    "obligation.started": ["uret{not} blev startet af {}", "the clock was{not} started by {}"],
    "obligation.opens": ["den dag, der tælles fra,{not} er {}", "the day it counts from is{not} {}"],
    "obligation.due": ["fristen{not} er {}", "the last day in time is{not} {}"],
    "obligation.needed": ["der{not} kræves {} {gang|gange}", "{} {time is|times are}{not} needed"],
    "obligation.counted": ["der{not} tæller {} {gang|gange}", "{} {time counts|times count}{not} so far"],
    "obligation.met": ["dagen for opfyldelsen{not} er {}", "the day it was met is{not} {}"],
    "obligation.late": ["den første forsinkede dag{not} er {}", "the first day it was late is{not} {}"],
    "obligation.closed": ["dagen for bortfaldet{not} er {}", "the day it lapsed is{not} {}"],
    "obligation.why": ["grunden til bortfaldet{not} er, at {}", "the reason for the lapse is{not} that {}"],
    "obligation.resting": ["pligten{not} hviler", "the obligation is{not} resting"],
    "obligation.unit": ["enheden, hvis liste pligten er på,{not} er {}", "the unit whose list it is on is{not} {}"],
    "obligation.staff": [
      "den sagsbehandler, hvis liste pligten er på,{not} er {}",
      "the caseworker whose list it is on is{not} {}",
    ],
    "obligation.answerable_unit": ["den ansvarlige enhed{not} er {}", "the answerable unit is{not} {}"],
    "obligation.answerable_staff": ["den ansvarlige sagsbehandler{not} er {}", "the answerable caseworker is{not} {}"],
  },
);
