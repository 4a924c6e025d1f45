#pragma once
#include <graphviz/gvc.h>
#include <stdlib.h>
#include <string.h>
#include "names.h"

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

/// Whether a laid-out graph has text on a line.
static inline int fingerpost_has_line_labels(graph_t *graph) {
  const unsigned char edge_label = 1 << 0;  // EDGE_LABEL in lib/common/const.h of Graphviz
  return (GD_has_labels(graph) & edge_label) != 0;
}

/// Text that is being read.
struct fingerpost_text {
  const char *start;
  size_t left;
};

static inline int fingerpost_text_read(void *channel, char *buffer, int size) {
  struct fingerpost_text *text = (struct fingerpost_text *)channel;
  size_t count = size < 0 ? 0 : (size_t)size;
  if (count > text->left) count = text->left;
  memcpy(buffer, text->start, count);
  text->start += count;
  text->left -= count;
  return (int)count;
}

/// Reads the first graph of a text, with numbers that depend on the text only.
static inline Agraph_t *fingerpost_read(const char *text) {
  static Agiddisc_t names = {
      .open = fingerpost_names_open,
      .map = fingerpost_names_map,
      .alloc = fingerpost_names_alloc,
      .free = fingerpost_names_free,
      .print = fingerpost_names_print,
      .close = fingerpost_names_close,
      .idregister = fingerpost_names_register,
  };
  static Agiodisc_t io;
  Agdisc_t discipline = AgDefaultDisc;
  struct fingerpost_text channel = {text, strlen(text)};
  io = *AgDefaultDisc.io;
  io.afread = fingerpost_text_read;
  discipline.id = &names;
  discipline.io = &io;
  return agread(&channel, &discipline);
}
