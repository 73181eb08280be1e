import { useRender } from "@base-ui/react/use-render";
import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "../class-names.ts";

export const buttonStyle = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-lg text-sm font-medium whitespace-nowrap transition-colors duration-100 select-none disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-primary text-primary-foreground hover:bg-primary-hover",
        secondary: "border border-border bg-card text-card-foreground shadow-xs hover:bg-muted",
        ghost: "text-foreground hover:bg-muted",
        danger: "bg-danger text-danger-foreground hover:bg-danger-hover",
        link: "rounded-sm text-primary underline-offset-4 hover:underline",
      },
      size: {
        small: "h-8 px-3 text-[0.8125rem]",
        medium: "h-9 px-4",
        large: "h-11 px-6 text-base",
        icon: "size-9",
        inline: "h-auto p-0",
      },
    },
    defaultVariants: { variant: "primary", size: "medium" },
  },
);

export interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonStyle> {
  /** Another element to draw as a button: `render={<Link href="…" />}`. */
  render?: useRender.RenderProp;
  /** Shows that what was asked for is on its way, and takes no second press. */
  isBusy?: boolean;
}

export function Button({ variant, size, className, render, isBusy = false, type = "button", ...rest }: ButtonProps) {
  return useRender({
    defaultTagName: "button",
    render,
    props: {
      ...rest,
      ...(render ? {} : { type, disabled: rest.disabled || isBusy }),
      ...(isBusy ? { "aria-busy": true } : {}),
      className: cn(buttonStyle({ variant, size }), isBusy && "animate-pulse", className),
    },
  });
}
