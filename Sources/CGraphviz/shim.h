#pragma once
#include <graphviz/gvc.h>
#include <stdlib.h>
#include <string.h>

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

/// Gives every named part of a graph a number in the order in which it is read.
///
/// By itself cgraph uses the address of the name, and keeps subgraphs in the order of those numbers,
/// so that the same graph would be laid out differently from one process to the next. When a
/// discipline does not map a name, cgraph keeps the name itself and asks for a number without one.
static inline void *fingerpost_ids_open(Agraph_t *graph, Agdisc_t *discipline) {
  (void)graph;
  (void)discipline;
  return calloc(1, sizeof(IDTYPE));
}

static inline __typeof__(((Agiddisc_t *)0)->map(NULL, 0, NULL, NULL, 0))
fingerpost_ids_map(void *state, int kind, char *name, IDTYPE *id, int create) {
  (void)kind;
  if (name != NULL || !create) return 0;
  *id = ++*(IDTYPE *)state;
  return 1;
}

static inline __typeof__(((Agiddisc_t *)0)->alloc(NULL, 0, 0))
fingerpost_ids_alloc(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
  return 0;
}

static inline void fingerpost_ids_free(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
}

static inline char *fingerpost_ids_print(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
  return NULL;
}

static inline void fingerpost_ids_close(void *state) { free(state); }

static inline void fingerpost_ids_register(void *state, int kind, void *object) {
  (void)state;
  (void)kind;
  (void)object;
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
  static Agiddisc_t ids = {
      .open = fingerpost_ids_open,
      .map = fingerpost_ids_map,
      .alloc = fingerpost_ids_alloc,
      .free = fingerpost_ids_free,
      .print = fingerpost_ids_print,
      .close = fingerpost_ids_close,
      .idregister = fingerpost_ids_register,
  };
  static Agiodisc_t io;
  Agdisc_t discipline = AgDefaultDisc;
  struct fingerpost_text channel = {text, strlen(text)};
  io = *AgDefaultDisc.io;
  io.afread = fingerpost_text_read;
  discipline.id = &ids;
  discipline.io = &io;
  return agread(&channel, &discipline);
}
