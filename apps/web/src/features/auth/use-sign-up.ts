import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { useState } from "react";
import type { Locale } from "@/i18n/locale.ts";
import { useTRPCClient } from "@/trpc/client.tsx";

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  groupName: string;
}

/** Makes the account, signs in, founds the group when asked to, and goes there (else to `callbackUrl`). */
export function useSignUp(callbackUrl: string) {
  const client = useTRPCClient();
  const router = useRouter();
  const [error, setError] = useState<unknown>(null);

  async function run({ groupName, ...account }: NewAccount & { locale: Locale }, asksForGroup: boolean) {
    setError(null);
    try {
      await client.viewer.signUp.mutate(account);
      await signIn("credentials", { email: account.email, password: account.password, redirect: false });
      const group = asksForGroup ? await client.group.create.mutate({ name: groupName }) : undefined;
      router.replace(group ? `/g/${group.slug}` : callbackUrl);
      router.refresh();
    } catch (thrown) {
      setError(thrown);
    }
  }
  return { run, error };
}
