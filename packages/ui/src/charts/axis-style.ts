/** Text of axes and ticks. */
export const axisTick = { fontSize: 11, fill: "var(--muted-foreground)" };

export const axisText = { style: { fontSize: 11, fill: "var(--muted-foreground)", textAnchor: "middle" as const } };
