/** Bundles the gallery of the admin's parts into one file: node build.mjs <folder>. */
import path from "node:path"
import { build } from "vite"

const [, , folder = ""] = process.argv
// Whatever runs the tests: with another value React is built for its development.
process.env["NODE_ENV"] = "production"

await build({
  configFile: false,
  root: import.meta.dirname,
  logLevel: "error",
  define: {
    __BACKEND_URL__: "undefined",
    __AUTH_TYPE__: "undefined",
    __JWT_TOKEN_STORAGE_KEY__: "undefined",
    "process.env.NODE_ENV": '"production"',
  },
  esbuild: { jsx: "automatic" },
  build: {
    outDir: folder,
    emptyOutDir: true,
    copyPublicDir: false,
    // One file: the page asks for no other.
    rollupOptions: { output: { inlineDynamicImports: true } },
    lib: { entry: path.join(import.meta.dirname, "gallery.tsx"), formats: ["es"], fileName: "gallery" },
  },
})
