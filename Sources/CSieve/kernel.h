// The walk over a text, made for each kernel: CSIEVE_NAME is the function, CSIEVE_TARGET its attributes,
// CSIEVE_CLASSES the function that classifies 64 bytes, CSIEVE_REST the one for fewer,
// CSIEVE_LOOK a `look` or null.

CSIEVE_TARGET static void CSIEVE_NAME(
  const uint8_t *text, size_t count, const struct csieve_order *order, struct csieve_marks *marks
) {
  struct carry carry = {0, 0, 0, 0, 0};
  struct classes block;
  int32_t *numbers = marks->numbers, *at_signs = marks->at_signs;
  int32_t *places = marks->places, *labels = marks->labels;
  size_t base = 0;
  for (; base + 64 <= count; base += 64) {
    CSIEVE_CLASSES(text + base, &block);
    csieve_mark_block(
      &block, &carry, text, count, base, order, marks, CSIEVE_LOOK, &numbers, &at_signs, &places,
      &labels);
  }
  if (base < count) {
    CSIEVE_REST(text + base, count - base, &block);
    csieve_mark_block(
      &block, &carry, text, count, base, order, marks, CSIEVE_LOOK, &numbers, &at_signs, &places,
      &labels);
    base += 64;
  }
  const struct csieve_outline nothing = {0, 0, 0, 0};
  marks->outlines[0] = nothing;
  marks->outlines[1 + base / 64] = nothing;
  marks->outlines[2 + base / 64] = nothing;
  marks->number_count = (size_t)(numbers - marks->numbers);
  marks->at_sign_count = (size_t)(at_signs - marks->at_signs);
  marks->place_count = (size_t)(places - marks->places);
  marks->has_stars = carry.stars;
  marks->label_count = (size_t)(labels - marks->labels);
}

#undef CSIEVE_NAME
#undef CSIEVE_TARGET
#undef CSIEVE_CLASSES
#undef CSIEVE_REST
#undef CSIEVE_LOOK
