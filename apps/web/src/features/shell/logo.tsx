/** Three panes of glass that one can see through: what the name says. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <rect x="2.5" y="2.5" width="11" height="11" rx="2.5" fill="var(--primary)" fillOpacity="0.35" />
      <rect x="6.5" y="6.5" width="11" height="11" rx="2.5" fill="var(--primary)" fillOpacity="0.55" />
      <rect x="10.5" y="10.5" width="11" height="11" rx="2.5" fill="var(--primary)" />
    </svg>
  );
}
