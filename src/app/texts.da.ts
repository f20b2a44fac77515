/** What the command line says, in Danish. */
export const da = {
  cli: {
    goal: "Mål",
    status: "Status",
    value: "Værdi",
    target: "Krav",
    title: "Titel",
    rows: "{fact}: {added} nye, {corrected} rettede, {unchanged} uændrede",
    refused: "Intet er indlæst: {total} fejl.",
    planGood: "{plan} er i orden: {goals} mål, {indicators} indikatorer.",
    rebuilt: "Varehuset er bygget op på ny fra posterne.",
    verified: "Varehuset svarer række for række til posterne, og alle øjebliksbilleder er uændrede.",
    deviates: "{fact}: {onlyInRecords} rækker mangler i varehuset, {onlyInWarehouse} står kun dér",
    changedSnapshot: "Øjebliksbilledet »{name}« er ikke længere, som det blev lavet",
    snapshotMade: "Øjebliksbilledet »{name}« er lavet: {rows} rækker pr. {asOf}.",
    written: "Skrevet: {file}",
    keysRotated: "Nye nøgler er i brug, og {resealed} CPR-numre er låst om.",
    keysFinished: "En tidligere udskiftning er gjort færdig: {resealed} CPR-numre er låst om.",
    keysGood: "{values} CPR-numre kan åbnes, {outdated} af dem med ældre nøgler.",
    keysDamaged:
      "{damaged} af {values} CPR-numre kan ikke åbnes eller findes; de er ændret. Genskab dem fra en sikkerhedskopi.",
    demoMaking: "Laver den syntetiske kommune {municipality}: alle personer er opdigtede ...",
    demoLoading: "Indlæser {rows} rækker ...",
    demoReady: "Demoen er klar.",
    demoKept: "Mappen har allerede poster; de er ikke rørt.",
    serving: "Springbræt kører på {url}",
    stop: "Stop med Ctrl+C.",
    counts: "{good} af {all} mål er nået eller på kurs. {decide} kræver en beslutning.",
    unexpected: "Noget gik galt: {message}",
    place: "{line}:{column}",
  },
  backup: {
    made: "Sikkerhedskopi i {file}: {rows} rækker i {tables} tabeller, {snapshots} øjebliksbilleder, {size} MB.",
    keysApart:
      "NØGLERNE ER IKKE MED. Uden dem kan ingen læse CPR-numrene i denne sikkerhedskopi igen: gem keys.json (eller nøglerne fra miljøet) et andet sikkert sted.",
    keysInside: "NØGLERNE ER MED: den, der har filen, kan læse alt. Gem den, som du gemmer nøglerne.",
    missing: "Filerne til øjebliksbilledet {name} er væk og kunne ikke komme med.",
    exists: "Der ligger allerede noget på {file}; det er ikke rørt. Vælg et andet navn.",
    noFile: "Filen {file} findes ikke. Intet er genskabt.",
    damaged:
      "Sikkerhedskopien {file} er beskadiget (ved {part}), og intet er genskabt. Hent filen igen, hvor den er gemt, eller brug kopien før den.",
    notOne: "{file} er ikke en sikkerhedskopi fra Springbræt. Intet er genskabt.",
    otherFormat:
      "Sikkerhedskopien er af slagsen »{format}«, som denne udgave ikke kan læse. Intet er genskabt. Brug en nyere udgave.",
    notEmpty:
      "Mappen {data} er ikke tom, og intet i den er rørt. Genskab i en tom mappe med --data, og flyt den på plads bagefter.",
    unfinished:
      "Genskabelsen i {data} blev afbrudt, så indholdet er ikke helt. Kør den samme genskabelse igen (på en server også i en tom database).",
    restored:
      "Genskabt: {rows} rækker i {tables} tabeller og {snapshots} øjebliksbilleder, som de var {madeAt} (udgave {version}).",
    keysNeeded:
      "Nøglerne var ikke med i sikkerhedskopien. Læg keys.json i datamappen, eller sæt nøglerne, før du starter.",
  },
  status: {
    met: "nået",
    on_track: "på kurs",
    at_risk: "i risiko",
    off_track: "ude af kurs",
    missed: "ikke nået",
    no_data: "ingen data",
  },
} as const;
