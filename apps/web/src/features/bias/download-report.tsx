"use client";

import { biasReport } from "@diaphane/model/bias";
import { Button, Menu, MenuItem, MenuLink, useToast } from "@diaphane/ui";
import { useLocale, useTranslations } from "next-intl";

export interface DownloadReportProps {
  /** Where the report's JSON is. */
  address: string;
  /** Of the files, without an ending. */
  fileName: string;
}

/** The report to keep: as a page that stands alone, the one that the command line makes, or as data. */
export function DownloadReport({ address, fileName }: DownloadReportProps) {
  const t = useTranslations("bias.report");
  const locale = useLocale();
  const toast = useToast();
  async function savePage() {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status}`);
    const report = biasReport.parse(await response.json());
    const { languages, reportHtml } = await import("@diaphane/model/bias-page");
    const language = languages.find((one) => one === locale) ?? "en";
    saveFile(new Blob([reportHtml(report, language)], { type: "text/html" }), `${fileName}.html`);
  }
  const onFailure = (error: unknown) =>
    toast({ title: t("failedText", { message: error instanceof Error ? error.message : "" }), tone: "danger" });
  return (
    <Menu trigger={<Button variant="secondary">{t("download")}</Button>}>
      <MenuItem onSelect={() => void savePage().catch(onFailure)}>{t("asPage")}</MenuItem>
      <MenuLink render={<a href={address} download={`${fileName}.json`} />}>{t("asData")}</MenuLink>
    </Menu>
  );
}

function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
