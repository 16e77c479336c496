package org.parley.hub.outgoing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// A connection to one of the addresses that were checked, which is cut when the call's patience
/// ends, whatever the other side is doing.
final class Line implements Closeable {

    private final Socket socket;

    private Line(Socket socket) {
        this.socket = socket;
    }

    static Line to(InetAddress[] addresses, Call call, SSLSocketFactory secure) throws IOException {
        var until = System.nanoTime() + call.patience().toNanos();
        var socket = connected(addresses, Admission.port(call.to()), until);
        cutAt(until, socket);
        if (!"https".equals(call.to().getScheme())) {
            return new Line(socket);
        }
        try {
            var tls =
                    (SSLSocket)
                            secure.createSocket(
                                    socket,
                                    Admission.host(call.to()),
                                    Admission.port(call.to()),
                                    true);
            var parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            return new Line(tls);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private static Socket connected(InetAddress[] addresses, int port, long until)
            throws IOException {
        var failed = new ConnectException("no address answers");
        for (var address : addresses) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                break;
            }
            var socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, port), (int) Math.min(left, 60_000));
                return socket;
            } catch (IOException away) {
                failed.addSuppressed(away);
                socket.close();
            }
        }
        throw failed;
    }

    private static void cutAt(long until, Socket socket) {
        var later =
                CompletableFuture.delayedExecutor(
                        Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        later.execute(
                () -> {
                    try {
                        socket.close();
                    } catch (IOException alreadyGone) {
                        // which is what was wanted
                    }
                });
    }

    InputStream in() throws IOException {
        return new BufferedInputStream(socket.getInputStream());
    }

    OutputStream out() throws IOException {
        return new BufferedOutputStream(socket.getOutputStream());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
