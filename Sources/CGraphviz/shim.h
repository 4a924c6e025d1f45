#pragma once
#include <graphviz/gvc.h>

/// Draws a laid-out graph into a buffer, whichever type this Graphviz uses for the length.
///
/// Graphviz up to 12 writes an `unsigned int`, later ones a `size_t`: writing eight bytes into four
/// would corrupt the stack, so the compiler picks by the declared type.
static inline int fingerpost_render_data(GVC_t *context, graph_t *graph,
                                         const char *format, char **bytes, size_t *count) {
  unsigned int narrow = 0;
  size_t wide = 0;
  *bytes = NULL;
  int status = gvRenderData(context, graph, format, bytes,
      _Generic(&gvRenderData,
          int (*)(GVC_t *, graph_t *, const char *, char **, unsigned int *): &narrow,
          default: &wide));
  *count = narrow + wide;
  return status;
}
