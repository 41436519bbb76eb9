#version 330 core
// A field's cells in the colours of its scale, smooth or in classes with a hatch each.
in vec2 at;
uniform sampler2D values;    // per cell 0 to 1 on the scale; -1: no value, -2: no cell
uniform vec3 stops[9];
uniform bool has_classes;
uniform vec3 fills[6];       // of the classes
uniform vec3 inks[6];
uniform int hatches[6];
uniform float grey;          // 0 to 1: how far it is of an earlier plan
uniform float alpha;
uniform float density;       // of the screen: 2 on HiDPI
out vec4 colour;
// As in plan.frag.
bool on(float x) { return mod(x, 7.0) < 1.2; }
bool is_inked(int hatch, vec2 p) {
  bool inked = false;
  if (hatch == 1 || hatch == 6) inked = inked || on((p.x - p.y) * 0.7071);
  if (hatch == 2 || hatch == 6) inked = inked || on((p.x + p.y) * 0.7071);
  if (hatch == 3) inked = on(p.y);
  if (hatch == 4) inked = on(p.x);
  if (hatch == 5) inked = length(mod(p, 6.0) - 3.0) < 0.95;
  return inked;
}
void main() {
  float value = texture(values, at).r;
  if (value < -1.5) discard;
  vec2 p = gl_FragCoord.xy / density;
  vec3 rgb;
  if (value < -0.5) {
    rgb = is_inked(2, p) ? vec3(0.45) : vec3(1.0);
  } else if (has_classes) {
    int one = clamp(int(value * 6.0), 0, 5);
    rgb = is_inked(hatches[one], p) ? inks[one] : fills[one];
  } else {
    float place = clamp(value, 0.0, 1.0) * 8.0;
    int first = min(int(place), 7);
    rgb = mix(stops[first], stops[first + 1], place - float(first));
  }
  colour = vec4(mix(rgb, vec3(0.847), grey), alpha);
}
