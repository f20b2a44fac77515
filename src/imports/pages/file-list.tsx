import { Button, Heading } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchFile, BatchView, FileCounts } from "../contract.ts";
import { FetchFile } from "./fetch-file.tsx";
import { importTexts } from "./import-texts.ts";
import { MappingEditor } from "./mapping-editor.tsx";
import { useFileName } from "./use-file-name.ts";

type Props = {
  readonly view: BatchView;
  readonly mayRun: boolean;
  /** The file whose mapping is open. */
  readonly mapping: number | null;
  readonly onMapping: (file: number | null) => void;
};

/** The files of the import: what each is about and what the check counted in it. */
export function FileList({ view, mayRun, mapping, onMapping }: Props): ReactElement {
  const { files: texts } = useTexts(importTexts);
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      <ul className="plain-list import-files">
        {view.files.map((file) => (
          <li key={file.file} className={file.leftOut ? "import-file left-out" : "import-file"}>
            <FileHead file={file} />
            {mayRun && !view.bytesGone && (
              <FileDeeds view={view} file={file} isOpen={mapping === file.file} onMapping={onMapping} />
            )}
            {mapping === file.file && (
              <MappingEditor key={file.file} view={view} file={file} onClose={() => onMapping(null)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FileHead({ file }: { readonly file: BatchFile }): ReactElement {
  const { files: texts } = useTexts(importTexts);
  const both = useBoth();
  const nameOf = useFileName();
  const how =
    file.mappedBy === null
      ? null
      : file.mappedBy === "layout"
        ? texts.layout
        : fill(texts.remembered, { by: file.mappedBy });
  return (
    <div className="import-file-head">
      <p>
        <strong>{nameOf(file)}</strong>
        {" · "}
        {file.fact ? both(file.fact.label) : <span className="import-wrong">{texts.unknown}</span>}
      </p>
      {file.trouble && <p className="import-wrong">{fill(texts.cannot, { why: both(file.trouble) })}</p>}
      <p className="quiet">
        {file.leftOut ? texts.out : <Counts counts={file.counts} />}
        {how && ` · ${how}`}
      </p>
    </div>
  );
}

function Counts({ counts }: { readonly counts: FileCounts | null }): ReactElement {
  const { files: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  if (counts === null) return <span>{texts.uncounted}</span>;
  const kinds = ["rejected", "new", "changed", "unchanged", "setAside", "skipped"] as const;
  const said = kinds.filter((kind) => counts[kind] > 0 || kind === "new");
  return (
    <span>
      {said.map((kind, at) => (
        <span key={kind} className={kind === "rejected" ? "import-wrong" : undefined}>
          {at > 0 && ", "}
          {fill(countForm(language, counts[kind], texts.counts[kind]), { n: formatNumber(counts[kind], language) })}
        </span>
      ))}
    </span>
  );
}

type DeedsProps = {
  readonly view: BatchView;
  readonly file: BatchFile;
  readonly isOpen: boolean;
  readonly onMapping: (file: number | null) => void;
};

function FileDeeds({ view, file, isOpen, onMapping }: DeedsProps): ReactElement {
  const { files: texts } = useTexts(importTexts);
  const queries = useQueryClient();
  const nameOf = useFileName();
  const about = fill(texts.about, { name: nameOf(file) });
  const leave = useMutation({
    mutationFn: () => post(`/imports/${view.id}/files/${file.file}/leave-out`, { leftOut: !file.leftOut }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["import", view.id] }),
  });
  const mayMap = view.deeds.includes("map") && file.header.length > 0;
  return (
    <div className="import-file-deeds no-print">
      {mayMap && !isOpen && (
        <Button
          size="xsmall"
          variant={file.mapping === null ? "primary" : "tertiary"}
          aria-describedby={`file-${file.file}`}
          onClick={() => onMapping(file.file)}
        >
          {file.mapping === null ? texts.explain : texts.change}
        </Button>
      )}
      {(file.counts?.rejected ?? 0) > 0 && (
        <FetchFile path={`/imports/${view.id}/files/${file.file}/rejected`} label={texts.fetch} about={about} />
      )}
      {view.deeds.includes("leaveOut") && (
        <Button size="xsmall" variant="tertiary" loading={leave.isPending} onClick={() => leave.mutate()}>
          {file.leftOut ? texts.takeIn : texts.leaveOut}
        </Button>
      )}
      <span id={`file-${file.file}`} className="aksel-sr-only">
        {about}
      </span>
      {leave.error && <ProblemMessage error={leave.error} />}
    </div>
  );
}
