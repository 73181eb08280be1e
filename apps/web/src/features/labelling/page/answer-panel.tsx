"use client";

import type { TaskClass } from "@diaphane/core/schemas";
import { Button, Field, Textarea } from "@diaphane/ui";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { type Asked, chosenClasses, isComplete } from "../session/answer-rules.ts";
import type { ChoiceKeys } from "../session/choice-keys.ts";
import type { Said } from "../session/session.ts";
import { ChoiceButton } from "./choice-button.tsx";

export interface AnswerPanelProps {
  asked: Asked & { classes: readonly TaskClass[] };
  said: Said;
  keys: ChoiceKeys;
  noteField: RefObject<HTMLTextAreaElement | null>;
  onClass(index: number): void;
  onAttribute(name: string, chosen: string): void;
  onNote(note: string): void;
  onDone(): void;
}

/** Everything that is asked of the image that is shown. */
export function AnswerPanel(props: AnswerPanelProps) {
  const { asked, said, keys } = props;
  const t = useTranslations("labelling.page");
  const chosen = chosenClasses(said.value);
  return (
    <div className="flex flex-col gap-5">
      {asked.classes.length > 0 ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 text-sm font-semibold">{t(`ask.${asked.kind}`)}</legend>
          {asked.classes.map(({ name, description }, index) => (
            <ChoiceButton
              key={name}
              label={name}
              description={description}
              shortcut={keys.classes[index]}
              isChosen={chosen.includes(index)}
              onPress={() => props.onClass(index)}
            />
          ))}
        </fieldset>
      ) : null}
      {asked.questions.map(({ name, values }, question) => (
        <fieldset key={name} className="flex flex-col gap-2">
          <legend className="mb-2 text-sm font-semibold break-words">{name}</legend>
          {values.map((value, index) => (
            <ChoiceButton
              key={value}
              label={value}
              shortcut={keys.values[question]?.[index]}
              isChosen={said.value.attributes[name] === value}
              onPress={() => props.onAttribute(name, value)}
            />
          ))}
        </fieldset>
      ))}
      <Note note={said.value.note} field={props.noteField} onNote={props.onNote} />
      <Button onClick={props.onDone} disabled={!isComplete(asked, said.value)} aria-keyshortcuts="Enter">
        {said.isDone ? t("next") : t("done")}
        <kbd aria-hidden className="font-mono text-xs opacity-80">
          ↵
        </kbd>
      </Button>
    </div>
  );
}

/** Words wait so long for the next letter before they are a change of the label. */
const noteSettlesMs = 700;

function Note({
  note,
  field,
  onNote,
}: {
  note: string;
  field: AnswerPanelProps["noteField"];
  onNote(note: string): void;
}) {
  const t = useTranslations("labelling.page");
  const [text, setText] = useState(note);
  const isChanged = text.trim() !== note;
  useEffect(() => {
    if (!isChanged) return;
    const timer = setTimeout(() => onNote(text.trim()), noteSettlesMs);
    return () => clearTimeout(timer);
  });
  return (
    <Field label={t("note")} aside={t("optional")}>
      {(control) => (
        <Textarea
          {...control}
          ref={field}
          value={text}
          maxLength={5000}
          className="min-h-14"
          aria-keyshortcuts="N"
          onChange={(event) => setText(event.target.value)}
          onBlur={() => isChanged && onNote(text.trim())}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        />
      )}
    </Field>
  );
}
