// @vitest-environment jsdom
import { aMe } from "@frontdesk/fakes";
import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openWorkspace } from "../../../test/openWorkspace";
import { api, fakeServer } from "../../../test/testDesk";

const signedOut = () =>
  fakeServer().refuse(`GET ${api}/me`, 401, "unauthenticated", "Sign in first.").on(`POST ${api}/sign-in`, aMe());

async function fillIn(user: ReturnType<typeof openWorkspace>["user"], email: string, password: string) {
  await user.type(await screen.findByLabelText(/E-mail address/), email);
  await user.type(screen.getByLabelText(/Password/), password);
  await user.click(screen.getByRole("button", { name: "Sign in" }));
}

describe("signing in", () => {
  it("is asked for before anything is shown, and leads to the inbox", async () => {
    const { user, server } = openWorkspace({ server: signedOut() });
    await fillIn(user, " ada@example.com ", "correct horse");
    expect(await screen.findByRole("region", { name: "Conversations" })).toBeDefined();
    const [asked] = server.asked(`POST ${api}/sign-in`);
    expect(asked?.body).toEqual({ email: "ada@example.com", password: "correct horse" });
  });

  it("says beside each field what is missing and asks the server nothing", async () => {
    const { user, server } = openWorkspace({ server: signedOut() });
    await user.click(await screen.findByRole("button", { name: "Sign in" }));
    expect(screen.getByText("Enter your e-mail address.")).toBeDefined();
    expect(screen.getByText("Enter your password.")).toBeDefined();
    expect(server.asked(`POST ${api}/sign-in`)).toEqual([]);
  });

  it("says that the two do not belong together, without saying which is wrong", async () => {
    const server = signedOut().refuse(`POST ${api}/sign-in`, 401, "wrong_credentials", "No.");
    const { user } = openWorkspace({ server });
    await fillIn(user, "ada@example.com", "wrong");
    expect(await screen.findByText(/do not belong together/)).toBeDefined();
    expect(screen.getByLabelText(/Password/).getAttribute("aria-invalid")).toBe("true");
  });

  it("says how long to wait after too many attempts", async () => {
    const server = signedOut().once(`POST ${api}/sign-in`, {
      status: 429,
      body: { title: "Too many", status: 429, code: "too_many_attempts", detail: "Wait." },
      headers: { "retry-after": "40" },
    });
    const { user } = openWorkspace({ server });
    await fillIn(user, "ada@example.com", "wrong");
    expect(await screen.findByText(/Try again in 40 seconds/)).toBeDefined();
  });
});

describe("setting up", () => {
  const path = "/set-up";
  const fill = async (user: ReturnType<typeof openWorkspace>["user"]) => {
    await user.type(await screen.findByLabelText(/Organisation/), "Contoso");
    await user.type(screen.getByLabelText(/Your name/), "Ada Miles");
    await user.type(screen.getByLabelText(/E-mail address/), "ada@example.com");
    await user.type(screen.getByLabelText(/Password/), "correct horse");
    await user.click(screen.getByRole("button", { name: "Create" }));
  };

  it("uses the token behind the # and leads to sign-in", async () => {
    window.location.hash = "#token=once-only";
    const server = signedOut().on(`POST ${api}/set-up`, {}, 201);
    const { user } = openWorkspace({ server, path });
    await fill(user);
    expect(await screen.findByRole("heading", { name: "Sign in" })).toBeDefined();
    expect(server.asked(`POST ${api}/set-up`)[0]?.body).toEqual({
      token: "once-only",
      organizationName: "Contoso",
      name: "Ada Miles",
      email: "ada@example.com",
      password: "correct horse",
    });
  });

  it("shows what the server says beside the field it is about", async () => {
    window.location.hash = "#token=once-only";
    const errors = [{ field: "email", detail: "must be an e-mail address" }];
    const server = signedOut().refuse(`POST ${api}/set-up`, 400, "invalid", "Check the fields.", { errors });
    const { user } = openWorkspace({ server, path });
    await fill(user);
    expect(await screen.findByText("must be an e-mail address")).toBeDefined();
  });

  it("says so when the link carries no token", async () => {
    window.location.hash = "";
    openWorkspace({ server: signedOut(), path });
    expect(await screen.findByText(/needs the one-time link/)).toBeDefined();
  });
});
