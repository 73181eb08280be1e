"use client";

import { Button, Card, Checkbox, EmptyState, Field, Input, Select, Textarea } from "@diaphane/ui";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError } from "@/features/shell/api-error.tsx";
import { useTRPC } from "@/trpc/client.tsx";
import { ClassRows } from "./class-rows.tsx";
import { ExamplePicker } from "./example-picker.tsx";
import { QuestionRows } from "./question-rows.tsx";
import { draftProblems, newDraft, offeredKinds, type TaskDraft, taskInput } from "./task-draft.ts";
import { WhoAndHow } from "./who-and-how.tsx";

const splits = ["TRAIN", "VALIDATION", "TEST"] as const;

/** What is asked, of which images, and by whom it is answered. */
export function NewTask({ group }: { group: string }) {
  const t = useTranslations("labelling.form");
  const kinds = useTranslations("labelling.kind");
  const splitNames = useTranslations("datasets.split");
  const trpc = useTRPC();
  const router = useRouter();
  const { data: datasets } = useSuspenseQuery(trpc.dataset.list.queryOptions({ group }));
  const versions = datasets.flatMap(({ name, latestVersion }) => (latestVersion ? [{ name, ...latestVersion }] : []));
  const [chosen, setChosen] = useState<string>();
  const version = versions.find(({ id }) => id === chosen) ?? versions[0];
  const [draft, setDraft] = useState<TaskDraft>(() => newDraft(version?.classes ?? []));
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<TaskDraft>) => setDraft((before) => ({ ...before, ...part }));
  const create = useMutation(trpc.task.create.mutationOptions({ onSuccess: () => router.push(`/g/${group}/label`) }));
  if (!version) {
    return (
      <EmptyState
        title={t("noData")}
        actions={<Button render={<Link href={`/g/${group}/data/import`} />}>{t("toImport")}</Button>}
      >
        {t("noDataText")}
      </EmptyState>
    );
  }
  const problems = draftProblems(draft);
  const problem = (field: "name" | "classes" | "questions") => {
    return isTried && problems.has(field) ? t(`problems.${field}`) : undefined;
  };

  function submit() {
    setTried(true);
    if (version && problems.size === 0) create.mutate(taskInput(draft, version.id));
  }

  return (
    <Card className="flex max-w-3xl flex-col gap-6">
      <Field label={t("name")} error={problem("name")}>
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            maxLength={100}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <div className="grid gap-6 sm:grid-cols-2">
        <Field label={t("data")}>
          {(control) => (
            <Select
              {...control}
              value={version.id}
              onValueChange={(id) => {
                setChosen(id);
                // Classes and pictures are of one data set: another one has its own.
                change({
                  classes: newDraft(versions.find((one) => one.id === id)?.classes ?? []).classes,
                  examples: [],
                });
              }}
              options={versions.map(({ id, name, number }) => ({ value: id, label: t("version", { name, number }) }))}
            />
          )}
        </Field>
        <Field label={t("kind")}>
          {(control) => (
            <Select
              {...control}
              value={draft.kind}
              onValueChange={(kind) => change({ kind })}
              options={offeredKinds.map((value) => ({ value, label: kinds(value), detail: t(`kindHelp.${value}`) }))}
            />
          )}
        </Field>
      </div>
      {draft.kind === "QUESTIONS" ? null : (
        <Part title={t("classes")} help={t("classesHelp")} error={problem("classes")}>
          <ClassRows classes={draft.classes} onChange={(classes) => change({ classes })} />
        </Part>
      )}
      <Part title={t("questions")} help={t("questionsHelp")} error={problem("questions")}>
        <QuestionRows questions={draft.questions} onChange={(questions) => change({ questions })} />
      </Part>
      <Field label={t("guidelines")} help={t("guidelinesHelp")}>
        {(control) => (
          <Textarea
            {...control}
            value={draft.guidelines}
            maxLength={20_000}
            className="min-h-28"
            onChange={(event) => change({ guidelines: event.target.value })}
          />
        )}
      </Field>
      <Part title={t("examples")} help={t("examplesHelp")}>
        <ExamplePicker version={version} examples={draft.examples} onChange={(examples) => change({ examples })} />
      </Part>
      <Part title={t("images")} help={t("imagesHelp")}>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {splits.map((split) => (
            <Checkbox
              key={split}
              label={splitNames(split)}
              checked={draft.splits.includes(split)}
              onCheckedChange={(isChosen) =>
                change({ splits: splits.filter((one) => (one === split ? isChosen : draft.splits.includes(one))) })
              }
            />
          ))}
          <Checkbox
            label={t("onlyUnlabelled")}
            checked={draft.isOnlyUnlabelled}
            onCheckedChange={(isOnlyUnlabelled) => change({ isOnlyUnlabelled })}
          />
        </div>
      </Part>
      <WhoAndHow {...{ group, draft }} onChange={change} />
      {create.error ? <ApiError error={create.error} /> : null}
      <Button className="self-start" isBusy={create.isPending || create.isSuccess} onClick={submit}>
        {t("create")}
      </Button>
    </Card>
  );
}

interface PartProps {
  title: string;
  help: string;
  error?: string | undefined;
  children: React.ReactNode;
}

function Part({ title, help, error, children }: PartProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-sm font-medium">{title}</legend>
      <p className="text-[0.8125rem] text-muted-foreground">{help}</p>
      {children}
      {error ? (
        <p role="alert" className="text-[0.8125rem] text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
