// Compiles the stylesheet and lays fonts and script beside it, in build/static/bongca;
// the type of official papers goes to build/fonts, which no browser is given.
import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../../..");
const modules = join(root, "node_modules");
const out = join(root, "build/static/bongca");
const fonts = join(modules, "@fontsource/be-vietnam-pro/files");
const wanted = /^be-vietnam-pro-(vietnamese|latin|latin-ext)-(400|600)-normal\.woff2$/;

await rm(out, { recursive: true, force: true });
await mkdir(join(out, "fonts"), { recursive: true });

const sheet = sass.compile(join(here, "scss/bongca.scss"), {
  loadPaths: [modules],
  style: "compressed",
  quietDeps: true,
});
await writeFile(join(out, "bongca.css"), sheet.css);

for (const name of await readdir(fonts)) {
  if (wanted.test(name)) await cp(join(fonts, name), join(out, "fonts", name));
}
for (const folder of ["js", "images"]) {
  await cp(join(here, folder), out, { recursive: true });
}

const paper = join(root, "build/fonts");
await rm(paper, { recursive: true, force: true });
await cp(join(modules, "@expo-google-fonts/tinos"), paper, {
  recursive: true,
  filter: (path) => !/\.(png|js|ts|json|md)$/.test(path),
});
