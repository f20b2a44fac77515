import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import "./fonts.css";
import "@navikt/ds-css";
import "./styles.css";
import { ApiError } from "../../platform/ui/api.ts";
import { LanguageProvider } from "../../platform/ui/use-language.tsx";
import { AkselProvider } from "./aksel/aksel-provider.tsx";
import { makeRouter } from "./router.tsx";
import { sessionQuery } from "./session.ts";

/** A session that ended while the page was open: the way in is shown, and leads back here. */
async function askToLogIn(error: unknown): Promise<void> {
  if (!(error instanceof ApiError) || error.problem.status !== 401) return;
  queries.removeQueries({ queryKey: sessionQuery.queryKey });
  await router.invalidate();
}

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => void askToLogIn(error) }),
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => !(error instanceof ApiError) && failures < 2,
    },
  },
});

const router = makeRouter(queries);

const place = document.getElementById("app");
if (place)
  createRoot(place).render(
    <LanguageProvider>
      <AkselProvider>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AkselProvider>
    </LanguageProvider>,
  );
