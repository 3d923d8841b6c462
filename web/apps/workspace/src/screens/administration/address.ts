/** Addresses of administration's screens, for links. */
export const administration = (path = "") => ({ to: "/administration/$", params: { _splat: path } }) as const;
