#version 330 core
// A fill with its hatch: a second sign beside colour, for who does not see colours and for paper.
in vec4 v_fill;
in vec4 v_ink;
flat in int v_hatch;
uniform float density;
uniform float alpha;  // below 1 a picture under the plan shines through
out vec4 colour;
// Whether a line of the hatch runs here: one pixel of every `period`.
bool on(float x) { return mod(x, 7.0) < 1.2; }
void main() {
  vec2 p = gl_FragCoord.xy / density;
  bool inked = false;
  if (v_hatch == 1 || v_hatch == 6) inked = inked || on((p.x - p.y) * 0.7071);
  if (v_hatch == 2 || v_hatch == 6) inked = inked || on((p.x + p.y) * 0.7071);
  if (v_hatch == 3) inked = on(p.y);
  if (v_hatch == 4) inked = on(p.x);
  if (v_hatch == 5) inked = length(mod(p, 6.0) - 3.0) < 0.95;
  colour = vec4((inked ? v_ink : v_fill).rgb, alpha);
}
