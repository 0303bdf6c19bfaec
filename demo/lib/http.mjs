/** A JSON client for the host's HTTP API: what a storefront or an admin script would send. */

export class HttpError extends Error {
  /**
   * @param {string} request for example "GET /admin/orders"
   * @param {number} status
   * @param {any} body
   */
  constructor(request, status, body) {
    const message = body?.message ?? (typeof body === "string" ? body.slice(0, 300) : "no message")
    super(`${request} answered ${status}: ${message}${body?.remedy ? ` ${body.remedy}` : ""}`)
    this.status = status
  }
}

/**
 * @param {string} base for example "http://localhost:9000"
 * @param {Record<string, string>} headers sent with every request
 * @returns {import("./types.js").Client}
 */
export function createClient(base, headers = {}) {
  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   */
  async function send(method, path, body) {
    const response = await fetch(base + path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const answer = parse(text)
    if (!response.ok) {
      throw new HttpError(`${method} ${path}`, response.status, answer)
    }
    return answer
  }
  return {
    base,
    get: (path) => send("GET", path),
    post: (path, body) => send("POST", path, body ?? {}),
    put: (path, body) => send("PUT", path, body ?? {}),
    with: (more) => createClient(base, { ...headers, ...more }),
  }
}

/** @param {string} text */
function parse(text) {
  try {
    return text === "" ? {} : JSON.parse(text)
  } catch {
    return text
  }
}

/**
 * A client that is logged in as the admin.
 * @param {string} base
 * @param {import("./types.js").Login} login
 */
export async function loginAdmin(base, { email, password }) {
  const { token } = await createClient(base).post("/auth/user/emailpass", { email, password })
  return createClient(base, { authorization: `Bearer ${token}` })
}
