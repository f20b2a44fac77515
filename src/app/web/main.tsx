import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import "./fonts.css";
import "@navikt/ds-css";
import "./styles.css";
import { ApiError } from "../../platform/ui/api.ts";
import { LanguageProvider } from "../../platform/ui/use-language.tsx";
import { AkselProvider } from "./aksel/aksel-provider.tsx";
import { makeRouter } from "./router.tsx";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => !(error instanceof ApiError) && failures < 2,
    },
  },
});

const place = document.getElementById("app");
if (place)
  createRoot(place).render(
    <LanguageProvider>
      <AkselProvider>
        <QueryClientProvider client={queries}>
          <RouterProvider router={makeRouter(queries)} />
        </QueryClientProvider>
      </AkselProvider>
    </LanguageProvider>,
  );
