import { defineConfig } from "@medusajs/framework/utils"

const DATABASE_URL = process.env["DATABASE_URL"] ?? "postgres://postgres@localhost:5432/reconciliation_demo"

/** Medusa insists on TLS unless the URL names localhost; a database that wants TLS says so in its URL. */
const ssl = DATABASE_URL.includes("sslmode=") ? undefined : { connection: { ssl: false } }

/**
 * A plain store with the plugin. Event bus, workflow engine, locking and cache are the host's
 * in-memory defaults, so nothing but PostgreSQL is needed. The secrets guard demo data only.
 */
export default defineConfig({
  projectConfig: {
    databaseUrl: DATABASE_URL,
    databaseDriverOptions: ssl,
    // `medusa start` runs in production mode; over plain http a secure cookie would never be sent back.
    cookieOptions: { secure: false, sameSite: "lax" },
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:8000,http://localhost:9000",
      jwtSecret: "demo-only-jwt-secret",
      cookieSecret: "demo-only-cookie-secret",
    },
  },
  plugins: [{ resolve: "medusa-plugin-reconciliation", options: {} }],
  modules: [
    {
      resolve: "@medusajs/medusa/payment",
      options: { providers: [{ resolve: "./src/modules/card-payment", id: "demo" }] },
    },
  ],
})
