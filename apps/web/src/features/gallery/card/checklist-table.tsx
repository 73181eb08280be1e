import { Table, TableCell, TableHead, TableRow } from "@diaphane/ui";
import { getTranslations } from "next-intl/server";

interface ChecklistTableProps {
  name: string;
  /** `where`: the section that answers an item; null for none. */
  rows: readonly { number: number; name: string; where: string | null }[];
}

/** Which item of a reporting guideline is answered where. */
export async function ChecklistTable({ name, rows }: ChecklistTableProps) {
  const t = await getTranslations("card");
  return (
    <div className="min-w-0">
      <Table>
        <caption className="mb-1 px-3 text-left text-sm font-semibold">{name}</caption>
        <thead>
          <tr>
            <TableHead>#</TableHead>
            <TableHead>{t("checklists.item")}</TableHead>
            <TableHead>{t("checklists.where")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.number}>
              <TableCell className="tabular py-1.5">{row.number}</TableCell>
              <TableCell className="py-1.5">{row.name}</TableCell>
              <TableCell className="py-1.5">
                {row.where ?? <em className="text-muted-foreground">{t("notReported")}</em>}
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
