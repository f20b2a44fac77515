import type { SameTexts } from "../../platform/texts/catalogue.ts";
import type { da } from "./texts.da.ts";

/** What the frame round the pages says, in English. */
export const en: SameTexts<typeof da> = {
  product: "Springbræt",
  skip: "Skip to the content",
  nav: {
    label: "Main menu",
    plan: "The plan",
    table: "Full-time persons",
    report: "Report",
    snapshots: "Snapshots",
    protection: "Data protection",
    about: "About",
  },
  language: { label: "Language", da: "Dansk", en: "English" },
  find: {
    button: "Find",
    title: "Find a goal or page",
    label: "Write a word from the goal or page",
    keys: "Ctrl K",
    none: "Nothing found. Try another word.",
    count: { one: "One found", other: "{count} found" },
    more: "The first {shown} of {count} found",
    goal: "Goal",
    page: "Page",
    help: "Up and down choose, Enter opens, Esc closes.",
    results: "Found",
  },
  role: {
    as: "You see it as {role}",
    change: "Change role",
    names: {
      analyst: "Analyst",
      manager: "Manager",
      caseworker: "Caseworker",
      consultant: "Consultant",
      committee: "Committee member",
      data_protection: "Data-protection officer",
      administrator: "System owner",
    },
  },
  synthetic: "Synthetic data: all citizens and companies are made up, none of them exist.",
  footer: { licence: "Free software under EUPL-1.2", about: "About Springbræt and the data" },
  choose: {
    title: "Who are you today?",
    lead: "Springbræt follows the municipality's employment plan from the municipality's own records. Every goal is computed every day, and every figure can be opened and checked.",
    demo: "This is a demonstration. The municipality is synthetic: it resembles {municipality} in the plan's figures, but every citizen and company is made up.",
    roles: "Choose a role",
    municipality: "Municipality",
    enter: "Continue as {role}",
    current: "Your role now",
    analyst: {
      for: "You check the figures and answer where they come from.",
      can: {
        a: "See all goals, queries and the rows behind",
        b: "Take snapshots and make reports",
        c: "Write comments on the goals",
      },
    },
    manager: {
      for: "You run the jobcentre and must know what needs a decision.",
      can: {
        a: "See all goals and the rows behind",
        b: "Enter decisions on the goals",
        c: "Take snapshots and make reports",
      },
    },
    committee: {
      for: "You adopted the plan and want to know whether it is happening.",
      can: {
        a: "See all goals with air and without abbreviations",
        b: "Comment on the goals and fetch the report",
        c: "Never sees individuals: figures on fewer than five are withheld",
      },
    },
    caseworker: {
      for: "You meet the citizens and are responsible for their course.",
      can: {
        a: "See the citizens your unit is responsible for",
        b: "Correct what is recorded about your own citizens",
        c: "Follow the plan's goals",
      },
    },
    consultant: {
      for: "You bring citizens and companies together.",
      can: { a: "See the citizens your unit is responsible for", b: "See the companies", c: "Follow the plan's goals" },
    },
    data_protection: {
      for: "You watch over who looks at the citizens, and help them to their rights.",
      can: {
        a: "See every look at a citizen: who, when and why",
        b: "Check that the log was not changed",
        c: "Handle access, rectification, restriction and deletion",
      },
    },
    administrator: {
      for: "You are responsible for the system and never look at single citizens.",
      can: { a: "See who has access", b: "Follow imports, operation and the log" },
    },
  },
  home: {
    title: "Plans",
    lead: "Choose the plan to follow.",
    none: "There are no plans yet. They are files under src/plan/plans.",
  },
  notFound: {
    title: "There is no such page",
    text: "The address leads nowhere. It may have a typing error, or the page has moved.",
    home: "Go to the front page",
  },
  about: {
    title: "About Springbræt",
    lead: "Springbræt is free software for municipal employment services. The adopted plan becomes something that runs: every goal is computed from the municipality's own records.",
    data: "Data and freshness",
    dataCaption: "What is recorded, and how far it reaches",
    fact: "Fact",
    rows: "Rows",
    first: "From",
    last: "Last recorded",
    synthetic: "Synthetic data",
    syntheticText:
      "Citizens, companies and events are made by a generator with a fixed seed. Only the years' sums resemble the published ones. Nothing belongs to a real person.",
    real: "The data are the municipality's own records.",
    privacy: "Privacy",
    privacyText:
      "Figures on fewer than five citizens are withheld from all but the jobcentre's own staff. Looking at persons is written in a log that cannot be changed. The pages fetch nothing from other machines and set only the cookie that remembers your role.",
    access: "Accessibility",
    accessText:
      "The pages are made to WCAG 2.1 level AA. Everything can be reached by keyboard, curves have a table behind them, and colour never stands alone. If you meet an obstacle, tell the municipality.",
    keys: "Shortcuts",
    keysCaption: "Shortcuts on the keyboard",
    key: "Key",
    does: "Does",
    shortcuts: {
      find: { key: "Ctrl K", does: "Find a goal or a page" },
      walk: { key: "j and k", does: "Walk down and up through the goals" },
      open: { key: "Enter", does: "Open the chosen goal" },
      back: { key: "Esc", does: "Back to the plan with the same filters" },
      note: { key: "n", does: "Write a comment on a goal" },
    },
    product: "Version and licence",
    version: "Version",
    licence: "Licence",
    engine: "Runs on",
    licenceText: "The code may be used, read and changed freely under the licence's terms.",
  },
};
