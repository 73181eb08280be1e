import type { SettingName, TrainingSettings } from "./training-settings.ts";

/** What settings that are right by themselves lack of one another; messages are keys of the form's texts, with the bound behind a colon. */
export function settingProblems(settings: TrainingSettings): { name: SettingName; message: string }[] {
  const problems: { name: SettingName; message: string }[] = [];
  const atLeast = (name: "latentDim" | "erasingAreaMost" | "erasingAspectMost", least: number) => {
    if (settings[name] < least) problems.push({ name, message: `min:${least}` });
  };
  // Latents count from 0, and each that an attribute orders is to be among them.
  atLeast("latentDim", Math.max(0, ...settings.aligned.map(({ latent }) => latent + 1)));
  if (settings.erasing === "rectangle") {
    atLeast("erasingAreaMost", settings.erasingAreaLeast);
    atLeast("erasingAspectMost", settings.erasingAspectLeast);
  }
  if (settings.semi === "mixmatch" && settings.groupBy !== "" && settings.groupDro) {
    problems.push({ name: "semi", message: "mixedGroups" });
  }
  return problems;
}
