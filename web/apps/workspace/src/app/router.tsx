/** The addresses of the workspace and what each one shows; every screen but the first is fetched when it is needed. */
import type { Client } from "@frontdesk/api";
import { Problem } from "@frontdesk/ui";
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
  redirect,
} from "@tanstack/react-router";
import { texts } from "../texts";
import type { Browser } from "./browser";
import { keys } from "./keys";
import { isSignedOut, problemText } from "./problems";
import type { Server } from "./server";

export interface AppContext {
  client: Client;
  server: Server;
  cache: QueryClient;
  browser: Browser;
}

const root = createRootRouteWithContext<AppContext>()({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { to?: string; expired?: boolean } => ({
    ...(typeof search.to === "string" && search.to.startsWith("/") ? { to: search.to } : {}),
    ...(search.expired ? { expired: true } : {}),
  }),
  component: lazyRouteComponent(() => import("../screens/sign-in/SignInScreen"), "SignInScreen"),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: "/set-up",
  component: lazyRouteComponent(() => import("../screens/set-up/SetUpScreen"), "SetUpScreen"),
});

/** Everything behind the sign-in. */
const workspace = createRoute({
  getParentRoute: () => root,
  id: "workspace",
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.cache.ensureQueryData({ queryKey: keys.me, queryFn: context.server.me, retry: false });
      return { me };
    } catch (error) {
      if (isSignedOut(error)) throw redirect({ to: "/sign-in", search: { to: location.href } });
      throw error;
    }
  },
  errorComponent: ({ error }) => (
    <Problem
      title={texts.problems.unreachable}
      detail={problemText(error)}
      action={{ label: texts.common.retry, onClick: () => location.reload() }}
    />
  ),
  component: lazyRouteComponent(() => import("../screens/workspace/WorkspaceScreen"), "WorkspaceScreen"),
});

const inbox = createRoute({ getParentRoute: () => workspace, path: "/" });
const ongoing = createRoute({ getParentRoute: () => workspace, path: "/ongoing" });
const conversation = createRoute({ getParentRoute: () => workspace, path: "/conversations/$conversationId" });
/** Its screens find their way by themselves: what is below this address is loaded with them. */
const administration = createRoute({
  getParentRoute: () => workspace,
  path: "/administration/$",
  beforeLoad: ({ context }) => {
    if (context.me.role !== "administrator") throw redirect({ to: "/" });
  },
});

const tree = root.addChildren([signIn, setUp, workspace.addChildren([inbox, ongoing, conversation, administration])]);

/** `history`: the browser's own unless a test brings one. */
export function createAppRouter(context: AppContext, history?: RouterHistory) {
  return createRouter({ routeTree: tree, context, defaultPendingMs: 150, ...(history ? { history } : {}) });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module "@tanstack/react-router" {
  interface Register {
    router: AppRouter;
  }
}
