import type auth from "../../messages/en/auth.json";
import type bias from "../../messages/en/bias.json";
import type card from "../../messages/en/card.json";
import type common from "../../messages/en/common.json";
import type comparison from "../../messages/en/comparison.json";
import type composer from "../../messages/en/composer.json";
import type datasets from "../../messages/en/datasets.json";
import type errors from "../../messages/en/errors.json";
import type gallery from "../../messages/en/gallery.json";
import type group from "../../messages/en/group.json";
import type lab from "../../messages/en/lab.json";
import type labelling from "../../messages/en/labelling.json";
import type latents from "../../messages/en/latents.json";
import type legal from "../../messages/en/legal.json";
import type log from "../../messages/en/log.json";
import type members from "../../messages/en/members.json";
import type models from "../../messages/en/models.json";
import type presets from "../../messages/en/presets.json";
import type reviews from "../../messages/en/reviews.json";
import type roles from "../../messages/en/roles.json";
import type settings from "../../messages/en/settings.json";
import type shell from "../../messages/en/shell.json";
import type sweeps from "../../messages/en/sweeps.json";
import type training from "../../messages/en/training.json";

/** One file a feature, `messages/<locale>/<feature>.json`; English is the one that types are read from. */
export interface Messages {
  auth: typeof auth;
  bias: typeof bias;
  card: typeof card;
  common: typeof common;
  comparison: typeof comparison;
  composer: typeof composer;
  datasets: typeof datasets;
  errors: typeof errors;
  gallery: typeof gallery;
  group: typeof group;
  lab: typeof lab;
  labelling: typeof labelling;
  latents: typeof latents;
  legal: typeof legal;
  log: typeof log;
  members: typeof members;
  models: typeof models;
  presets: typeof presets;
  reviews: typeof reviews;
  roles: typeof roles;
  settings: typeof settings;
  shell: typeof shell;
  sweeps: typeof sweeps;
  training: typeof training;
}

export const namespaces = [
  "auth",
  "bias",
  "card",
  "common",
  "comparison",
  "composer",
  "datasets",
  "errors",
  "gallery",
  "group",
  "lab",
  "labelling",
  "latents",
  "legal",
  "log",
  "members",
  "models",
  "presets",
  "reviews",
  "roles",
  "settings",
  "shell",
  "sweeps",
  "training",
] as const satisfies readonly (keyof Messages)[];
