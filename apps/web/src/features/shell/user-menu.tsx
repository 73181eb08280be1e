"use client";

import { Button, Menu, MenuItem, MenuLink, MenuSeparator } from "@diaphane/ui";
import { LogOut, Plus, Settings, Users } from "lucide-react";
import Link from "next/link";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";

export interface UserMenuProps {
  name: string;
  email: string | null;
  groups: readonly { slug: string; name: string }[];
}

export function UserMenu({ name, email, groups }: UserMenuProps) {
  const t = useTranslations("shell");
  // A full load, so that nothing of the account stays in the page's memory.
  const leave = () => signOut({ redirect: false }).then(() => window.location.assign("/"));
  return (
    <Menu
      trigger={
        <Button variant="ghost" size="icon" aria-label={t("account", { name })}>
          {/* Drawn by CSS: the button's name is its label, not these letters. */}
          <span
            data-initials={initials(name)}
            className="grid size-7 place-items-center rounded-full bg-accent text-xs font-semibold text-accent-foreground before:content-[attr(data-initials)]"
          />
        </Button>
      }
    >
      <div className="max-w-64 px-2 py-1.5 text-sm">
        <p className="truncate font-medium">{name}</p>
        {email ? <p className="truncate text-xs text-muted-foreground">{email}</p> : null}
      </div>
      <MenuSeparator />
      {groups.map((group) => (
        <MenuLink key={group.slug} render={<Link href={`/g/${group.slug}`} />}>
          <Users aria-hidden />
          <span className="max-w-52 truncate">{group.name}</span>
        </MenuLink>
      ))}
      <MenuLink render={<Link href="/groups/new" />}>
        <Plus aria-hidden />
        {t("newGroup")}
      </MenuLink>
      <MenuLink render={<Link href="/settings" />}>
        <Settings aria-hidden />
        {t("settings")}
      </MenuLink>
      <MenuSeparator />
      <MenuItem onSelect={() => leave()}>
        <LogOut aria-hidden />
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => word?.[0]?.toLocaleUpperCase() ?? "").join("");
}
