export { NotEnoughDataError } from "../metric-errors.ts";
export { cohenKappa } from "./cohen-kappa.ts";
export { fleissKappa } from "./fleiss-kappa.ts";
export { krippendorffAlpha } from "./krippendorff-alpha.ts";
