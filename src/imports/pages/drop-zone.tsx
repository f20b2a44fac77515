import { Button, ProgressBar } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatPercent } from "../../platform/texts/format.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { upload } from "../../platform/ui/upload.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { type ChosenFile, chosenFiles, droppedFiles, readable } from "./dropped-files.ts";
import { importTexts } from "./import-texts.ts";

type Uploaded = { readonly id: string; readonly known: boolean };

const LIMITS = { files: 200, megabytes: 1024 };

/** Where files come in: a folder or files dragged here, or chosen by keyboard in the browser's own dialog. */
export function DropZone({ onUploaded }: { readonly onUploaded: (uploaded: Uploaded) => void }): ReactElement {
  const { drop: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const [isEmpty, setEmpty] = useState(false);
  const [share, setShare] = useState(0);
  const send = useMutation({
    mutationFn: (files: readonly ChosenFile[]) => upload<Uploaded>("/imports", files, setShare),
    onSuccess: onUploaded,
  });
  const take = (files: readonly ChosenFile[]): void => {
    const found = readable(files);
    setEmpty(found.length === 0);
    setShare(0);
    if (found.length > 0) send.mutate(found);
  };
  const { zone, isOver } = useDrop((dropped) => {
    if (!send.isPending) void droppedFiles(dropped).then(take);
  });
  return (
    <section
      className={isOver ? "drop-zone drop-over no-print" : "drop-zone no-print"}
      aria-label={texts.title}
      ref={zone}
    >
      {send.isPending ? (
        <Sending share={share} text={fill(texts.sent, { percent: formatPercent(share * 100, language, 0) })} />
      ) : (
        <>
          <p className="drop-here">{texts.here}</p>
          <FileButtons onChosen={take} />
          <p className="quiet">{fill(texts.or, LIMITS)}</p>
        </>
      )}
      <div role="alert">{isEmpty && <p>{texts.none}</p>}</div>
      {send.error && <ProblemMessage error={send.error} />}
    </section>
  );
}

/** What is dragged over a part of the page, and dropped there. */
function useDrop(onDrop: (dropped: DataTransfer) => void): {
  readonly zone: RefObject<HTMLElement | null>;
  readonly isOver: boolean;
} {
  const zone = useRef<HTMLElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const element = zone.current;
    if (!element) return undefined;
    const listening = new AbortController();
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const dropped = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer) drop(event.dataTransfer);
    };
    element.addEventListener("dragover", over, listening);
    element.addEventListener("dragleave", () => setOver(false), listening);
    element.addEventListener("drop", dropped, listening);
    return () => listening.abort();
  }, []);
  return { zone, isOver };
}

function Sending({ share, text }: { readonly share: number; readonly text: string }): ReactElement {
  const { drop: texts } = useTexts(importTexts);
  return (
    <div aria-live="polite">
      <p className="drop-here" id="sending">
        {texts.sending}
      </p>
      <ProgressBar aria-labelledby="sending" value={Math.round(share * 100)} valueMax={100} />
      <p className="quiet">{text}</p>
    </div>
  );
}

/** The browser's file dialogs: one for files, one for a folder, which not all browsers tell apart. */
function FileButtons({ onChosen }: { readonly onChosen: (files: readonly ChosenFile[]) => void }): ReactElement {
  const { drop: texts } = useTexts(importTexts);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const choose = (input: HTMLInputElement): void => {
    onChosen(chosenFiles(input.files));
    input.value = "";
  };
  return (
    <div className="drop-buttons">
      <Button size="small" onClick={() => files.current?.click()}>
        {texts.files}
      </Button>
      <Button size="small" variant="secondary" onClick={() => folder.current?.click()}>
        {texts.folder}
      </Button>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={texts.files}
        data-choose="files"
        onChange={(event) => choose(event.target)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          input?.setAttribute("webkitdirectory", "");
        }}
        type="file"
        multiple
        hidden
        aria-label={texts.folder}
        data-choose="folder"
        onChange={(event) => choose(event.target)}
      />
    </div>
  );
}
