import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const FONT_FACE_FROM_ELSEWHERE = /@font-face\s*\{[^}]*url\(["']?https?:[^}]*\}/g;

/** Takes the font faces that the design system fetches from another machine out of its CSS; ours are shipped (app/web/fonts.css). */
function onlyShippedFonts(): Plugin {
  return {
    name: "only-shipped-fonts",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith(".css")) return null;
      return { code: code.replaceAll(FONT_FACE_FROM_ELSEWHERE, ""), map: null };
    },
  };
}

export default defineConfig({
  root: here("src/app/web"),
  base: "/",
  plugins: [onlyShippedFonts(), react()],
  build: {
    outDir: here("dist/web"),
    emptyOutDir: true,
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    license: { fileName: "licences.md" },
  },
  server: { proxy: { "/api": "http://localhost:8155" } },
});
