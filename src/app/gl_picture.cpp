// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gl_picture.h"

#define GL_GLEXT_PROTOTYPES  // the functions, as libOpenGL exports them
#include <GL/glcorearb.h>

#include <cstdint>
#include <vector>

namespace trefpunt {

GlPicture::~GlPicture() {
  if (texture_ != 0) glDeleteTextures(1, &texture_);
}

void GlPicture::send(const Raster& raster) {
  // Without opacity: the hidden colour of clear pixels would show where the card mixes neighbours.
  std::vector<unsigned char> rgb;
  rgb.reserve(raster.rgba.size() / 4 * 3);
  for (std::size_t i = 0; i + 3 < raster.rgba.size(); i += 4) {
    const int opacity = raster.rgba[i + 3];
    for (std::size_t k = 0; k < 3; ++k) {
      const int mixed = (raster.rgba[i + k] * opacity + 255 * (255 - opacity) + 127) / 255;
      rgb.push_back(static_cast<unsigned char>(mixed));
    }
  }
  if (texture_ == 0) glGenTextures(1, &texture_);
  glBindTexture(GL_TEXTURE_2D, texture_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGB8, raster.width, raster.height, 0, GL_RGB, GL_UNSIGNED_BYTE,
               rgb.data());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  // Thin lines stay visible when the plan is far away.
  glGenerateMipmap(GL_TEXTURE_2D);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

ImTextureID GlPicture::id() const {
  return reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(texture_));
}

}  // namespace trefpunt
