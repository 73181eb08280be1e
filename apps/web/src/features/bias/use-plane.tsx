import type { AttributeUse } from "@diaphane/model/bias";
import { useTranslations } from "next-intl";

/** The greatest change of any logit along an attribute, whatever its sign; undefined where none could be measured. */
export function greatestChange({ reliance }: AttributeUse) {
  const changes = reliance.flatMap(({ classes }) => classes.map(({ change }) => change));
  return changes.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))[0];
}

const size = 300;
const left = 34;
const leastScale = 0.5;

/** Encoding to the right (AUROC .5 … 1), reliance upward; what lies in each corner is said there. */
export function UsePlane({ use }: { use: readonly AttributeUse[] }) {
  const t = useTranslations("bias.plane");
  const points = use.flatMap((one) => {
    const change = greatestChange(one);
    const { encoding, attribute, isReliedOn } = one;
    return encoding && change ? [{ attribute, isReliedOn, x: encoding.linear.value, y: Math.abs(change.value) }] : [];
  });
  const most = Math.max(leastScale, ...points.map(({ y }) => y)) * 1.1;
  const x = (auroc: number) => left + (Math.max(0, auroc - 0.5) / 0.5) * size;
  const y = (change: number) => 8 + (1 - change / most) * size;
  const corner = { fontSize: 10, fill: "var(--muted-foreground)" } as const;
  return (
    <svg
      role="img"
      aria-label={t("title")}
      viewBox={`0 0 ${left + size + 16} ${size + 44}`}
      className="w-full max-w-md"
    >
      <rect x={left} y={8} width={size} height={size} fill="none" stroke="var(--border)" />
      <line x1={x(0.75)} x2={x(0.75)} y1={8} y2={8 + size} stroke="var(--chart-grid)" />
      <line x1={left} x2={left + size} y1={8 + size / 2} y2={8 + size / 2} stroke="var(--chart-grid)" />
      <text x={left + 6} y={22} {...corner}>
        {t("corners.usedOnly")}
      </text>
      <text x={left + size - 6} y={22} textAnchor="end" {...corner}>
        {t("corners.used")}
      </text>
      <text x={left + 6} y={size} {...corner}>
        {t("corners.neither")}
      </text>
      <text x={left + size - 6} y={size} textAnchor="end" {...corner}>
        {t("corners.encoded")}
      </text>
      {points.map((point) => (
        <g key={point.attribute}>
          <circle
            cx={x(point.x)}
            cy={y(point.y)}
            r="6"
            strokeWidth="2"
            stroke={point.isReliedOn ? "var(--warning)" : "var(--primary)"}
            fill={point.isReliedOn ? "var(--warning)" : "var(--card)"}
          />
          <text
            x={x(point.x) + (point.x > 0.8 ? -10 : 10)}
            y={y(point.y) + 4}
            textAnchor={point.x > 0.8 ? "end" : "start"}
            fontSize="12"
            fill="var(--foreground)"
            stroke="var(--card)"
            strokeWidth="3"
            paintOrder="stroke"
          >
            {point.attribute}
          </text>
        </g>
      ))}
      <text x={left + size / 2} y={size + 38} textAnchor="middle" fontSize="11" fill="var(--muted-foreground)">
        {t("x")}
      </text>
      <text
        transform={`translate(14 ${8 + size / 2}) rotate(-90)`}
        textAnchor="middle"
        fontSize="11"
        fill="var(--muted-foreground)"
      >
        {t("y")}
      </text>
      {[0.5, 0.75, 1].map((tick) => (
        <text key={tick} x={x(tick)} y={size + 22} textAnchor="middle" {...corner}>
          {tick}
        </text>
      ))}
    </svg>
  );
}
