import { z } from "zod";
import { displayName, email, locale } from "./common-fields.ts";

export const passwordLength = { min: 10, max: 200 };

/** Length is what makes a password hard to guess (NIST SP 800-63B): no rules on kinds of characters. */
export const password = z.string().min(passwordLength.min).max(passwordLength.max);

export const signUpUserInput = z
  .object({ email, name: displayName, password, locale: locale.default("en") })
  .refine((input) => input.password.toLowerCase() !== input.email, {
    path: ["password"],
    message: "password-is-email",
  });

export const signInUserInput = z.object({ email, password: z.string().min(1).max(passwordLength.max) });

export const linkAccountInput = z.object({
  /** The issuer's address. */
  provider: z.string().min(1).max(255),
  /** What the provider calls the person (`sub`). */
  subject: z.string().min(1).max(255),
  name: displayName,
  email: email.optional(),
  /** Only an address that the provider has verified joins an existing user. */
  isEmailVerified: z.boolean().default(false),
  locale: locale.default("en"),
});

export const updateUserLocaleInput = z.object({ locale });
